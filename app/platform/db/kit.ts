import type { sqliteKit } from './kit.sqlite'

/**
 * The column builders that tables are written with, once for both engines.
 * The static type is SQLite's; `pgKit` supplies PostgreSQL builders of the same shape at run time.
 */
export type Kit = typeof sqliteKit
