import { connect } from 'amqplib';

/**
 * How many messages a second the broker confirms to a client that does nothing else: one quorum queue, persistent, so
 * many under way at once. For the bench, as the limit of what a bus on this broker can reach.
 */
export const measureBarePublish = async (options: {
  readonly url: string;
  readonly content: Buffer;
  readonly count: number;
  readonly inFlight: number;
}): Promise<number> => {
  const { url, content, count, inFlight } = options;
  const connection = await connect(url, { noDelay: true });
  const channel = await connection.createConfirmChannel();
  const { queue } = await channel.assertQueue('vitrine.bench.bare', {
    durable: true,
    arguments: { 'x-queue-type': 'quorum' },
  });
  const startedAt = performance.now();
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      await new Promise<void>((resolve, reject) => {
        channel.publish('', queue, content, { persistent: true }, (error: Error | null) => {
          if (error) reject(error);
          else resolve();
        });
      });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - startedAt) / 1_000;
  await channel.deleteQueue(queue);
  await connection.close();
  return count / seconds;
};
