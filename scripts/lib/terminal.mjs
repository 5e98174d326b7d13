const canColour = process.stderr.isTTY && !process.env.NO_COLOR;

const colour = (code) => (text) => (canColour ? `\u001B[${code}m${text}\u001B[0m` : text);

export const dim = colour(2);
export const red = colour(31);
export const green = colour(32);

export const say = (line = '') => process.stderr.write(`${line}\n`);

export const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/** Says what is being done, and when it is done how long it took. */
export async function step(title, work) {
  const startedAt = performance.now();
  process.stderr.write(`  ${dim('·')} ${title} …`);
  try {
    const result = await work();
    finish(green('✓'), title, startedAt);
    return result;
  } catch (error) {
    finish(red('✗'), title, startedAt);
    throw error;
  }
}

function finish(mark, title, startedAt) {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001B[2K  ${mark} ${title}  ${dim(seconds(startedAt))}\n`);
  else process.stderr.write(` ${mark} ${seconds(startedAt)}\n`);
}
