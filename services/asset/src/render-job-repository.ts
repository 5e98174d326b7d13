import type { Client } from './asset-repository.ts';

/** A piece of work that this process holds for a while. */
export interface RenderJob {
  assetId: string;
  /** Times that work began, this one included. */
  attempts: number;
  /** Times that it ended by an error that was not the file's doing. */
  failures: number;
}

export const renderJobRepository = (client: Client) => ({
  add: async (assetId: string): Promise<void> => {
    await client.renderJob.create({ data: { assetId } });
  },
  /** The next piece of work that nobody holds; who holds one has to extend its lease or finish. */
  claim: async (leaseSeconds: number): Promise<RenderJob | null> => {
    const [job] = await client.$queryRaw<RenderJob[]>`
      UPDATE render_job
      SET attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds}::float8)
      WHERE asset_id = (
        SELECT asset_id FROM render_job
        WHERE next_at <= now() AND (locked_until IS NULL OR locked_until <= now())
        ORDER BY next_at, asset_id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING asset_id AS "assetId", attempts, failures`;
    return job ?? null;
  },
  extend: async (assetId: string, leaseSeconds: number): Promise<void> => {
    await client.$executeRaw`
      UPDATE render_job SET locked_until = now() + make_interval(secs => ${leaseSeconds}::float8)
      WHERE asset_id = ${assetId}::uuid`;
  },
  /** Gives it back as if it had not begun. */
  giveBack: async (assetId: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE render_job SET attempts = attempts - 1, locked_until = NULL WHERE asset_id = ${assetId}::uuid`;
  },
  /** Gives it back after the process that drew it ended: what began counts, as after a crash of this one. */
  release: async (assetId: string): Promise<void> => {
    await client.$executeRaw`UPDATE render_job SET locked_until = NULL WHERE asset_id = ${assetId}::uuid`;
  },
  /** Gives it back for another attempt later. */
  postpone: async (assetId: string, seconds: number): Promise<void> => {
    await client.$executeRaw`
      UPDATE render_job SET failures = failures + 1, locked_until = NULL,
        next_at = now() + make_interval(secs => ${seconds}::float8)
      WHERE asset_id = ${assetId}::uuid`;
  },
  remove: async (assetId: string): Promise<void> => {
    await client.renderJob.deleteMany({ where: { assetId } });
  },
});
