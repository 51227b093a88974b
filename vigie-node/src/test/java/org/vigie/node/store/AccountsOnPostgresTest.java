package org.vigie.node.store;

class AccountsOnPostgresTest extends AccountsContract {

  @Override
  Database newDatabase() throws Exception {
    return Database.at(PostgresServer.newDatabase());
  }
}
