-- One text for SQLite and PostgreSQL. Everything sealed; ids random; no time finer than a day; no
-- column ties a member to a register. On SQLite tables are laid out by their random keys alone
-- (without rowid), so that the file keeps no order of insertion.

create table entry (
  register_id varchar(32) not null,
  sequence bigint not null,
  epoch int not null,
  previous bytea not null,
  body_hash bytea not null,
  head_hash bytea not null,
  hash bytea not null,
  key_epoch int not null,
  head bytea not null,
  body_key bytea,
  body bytea,
  primary key (register_id, sequence)
) ${layout};

create table epoch (
  register_id varchar(32) not null,
  epoch int not null,
  recipient text not null,
  previous_seed bytea,
  primary key (register_id, epoch)
) ${layout};

create table wrap (
  id varchar(32) not null primary key,
  sealed bytea not null
) ${layout};

create table invitation (
  id varchar(32) not null primary key,
  sealed bytea not null
) ${layout};

create table keyring (
  member_id varchar(32) not null primary key,
  sealed bytea not null
) ${layout};

-- Leaves that wait for the custody log.
create table waiting_leaf (
  hash bytea not null primary key
) ${layout};

-- Blobs on their way into the store; a row that outlives its process names an orphan.
create table blob_journal (
  blob_id varchar(32) not null primary key,
  day bigint not null
) ${layout};

create table key_directory (
  member_id varchar(32) not null primary key,
  keys bytea not null
) ${layout};

-- Matching: what is looked for, and a sealed pointer to where it came from.
create table token (
  id varchar(32) not null primary key,
  index_hash varchar(64) not null,
  sealed bytea not null
) ${layout};

create index token_by_index on token (index_hash);

create table setting (
  name varchar(80) not null primary key,
  value bytea not null
) ${layout};
