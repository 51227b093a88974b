-- Accounts with their sealed profiles, invitations on paper, recoveries that wait: opaque bytes of
-- one size a kind, under ids that only a name, a code or the node's key leads to.

create table house_row (
  kind varchar(10) not null,
  id varchar(64) not null,
  content bytea not null,
  primary key (kind, id)
) ${layout};
