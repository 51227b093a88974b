package org.vigie.node.store;

class SmallStoresOnPostgresTest extends SmallStoresContract {

  @Override
  Database newDatabase() throws Exception {
    return Database.at(PostgresServer.newDatabase());
  }
}
