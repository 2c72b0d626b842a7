// Runs a command until it ends, or until the standard input does: then whoever started this is gone, however it ended.
// What the command has started ends with it: the real `cub worker run` leaves its worker behind when it is killed.
import("execa").then(({ execa }) => {
  const [command, ...args] = process.argv.slice(2);
  const inGroup = process.platform !== "win32";
  const running = execa(command, args, {
    reject: false,
    detached: inGroup,
    stdin: "ignore",
    stdout: "ignore",
    stderr: "ignore",
  });
  const end = () => {
    if (!inGroup || running.pid === undefined) return running.kill();
    try {
      return process.kill(-running.pid, "SIGTERM");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
      return false;
    }
  };
  process.stdin.on("end", end).resume();
  process.on("SIGTERM", end);
  return running.then(({ exitCode }) => process.exit(exitCode ?? 1));
});
