import { runPreflight } from './preflight/run';

const { env, stdout } = process;

runPreflight({ env, out: (text) => stdout.write(text) }).then((good) => {
  process.exitCode = good ? 0 : 1;
});
