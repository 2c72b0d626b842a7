// Runs a command until it ends, or until the standard input does: then whoever started this is gone, however it ended.
import("execa").then(({ execa }) => {
  const [command, ...args] = process.argv.slice(2);
  const running = execa(command, args, { reject: false, stdin: "ignore", stdout: "ignore", stderr: "ignore" });
  const end = () => running.kill();
  process.stdin.on("end", end).resume();
  process.on("SIGTERM", end);
  return running.then(({ exitCode }) => process.exit(exitCode ?? 1));
});
