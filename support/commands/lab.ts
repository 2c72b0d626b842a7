import { runLab } from './lab/run';

const { env, stdout, stderr } = process;

// Whoever reads the output, such as `head`, may have seen enough.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

runLab(process.argv.slice(2), {
  env,
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
