import type { PrismaPg } from '@prisma/adapter-pg';
import type { Inbox } from '../outbox/inbox.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { DatabaseClient, RawExecutor } from './client-port.ts';

/** The methods that a client has outside of a transaction only. */
type OutsideOnly = '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction';

/** A client as repositories take it: they cannot tell whether they are within a transaction. */
export type TransactionOf<Client> = Omit<Client, Extract<keyof Client, OutsideOnly>>;

/** What every unit of work is handed besides the repositories. */
export interface TransactionPorts {
  readonly outbox: Outbox;
  readonly inbox: Inbox;
}

/**
 * What a client is made with. `minimal` errors: others quote the arguments, which may be secrets, and cost a stack for
 * each statement, a fourth of its processor time.
 */
export interface ClientOptions {
  readonly adapter: PrismaPg;
  readonly errorFormat: 'minimal';
}

/** A unit of work: the repositories, the outbox and the inbox of one transaction. */
export type InTransaction<Repositories> = Repositories & TransactionPorts;

/** The database of a service: where its migrations are, which client reads it, what stands on that client. */
export interface DatabaseDefinition<Transaction extends RawExecutor, Repositories extends object> {
  /** The folder of `<n>_<name>/migration.sql`. */
  readonly migrations: URL | string;
  readonly createClient: (options: ClientOptions) => DatabaseClient<Transaction> & Transaction;
  readonly repositories: (client: Transaction) => Repositories;
}

/** Declares the database of a service; see {@link DatabaseDefinition}. Opened by `openDatabase`. */
export const defineDatabase = <Client extends RawExecutor, Repositories extends object>(definition: {
  readonly migrations: URL | string;
  readonly createClient: (
    options: ClientOptions,
  ) => Client & DatabaseClient<TransactionOf<Client> & RawExecutor>;
  readonly repositories: (client: TransactionOf<Client>) => Repositories;
}): DatabaseDefinition<TransactionOf<Client> & RawExecutor, Repositories> => definition;
