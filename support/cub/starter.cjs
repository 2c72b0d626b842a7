// Starts commands for a process that is large: a start costs what has to be copied of whoever starts, and so ten times
// more from a process that has loaded the whole suite than from this one.
const execa = import('execa').then((module) => module.execa);

process.on('message', async ({ id, command, args, options }) => {
  const run = await execa;
  const { exitCode, stdout, stderr, shortMessage, durationMs } = await run(command, args, options);
  process.send({ id, exitCode, stdout, stderr, shortMessage, durationMs });
});
process.once('disconnect', () => process.exit());
