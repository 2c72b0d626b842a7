/** A file that starts a bundle under a name of its own, so that a shell finds it on the PATH. */
export interface Launcher {
  name: string;
  content: string;
  executable: boolean;
}

// Node 22 and newer keep the compiled form of what is loaded after this call; Node 20 has no such call.
const compileCache =
  "require('node:module').enableCompileCache?.(require('node:path').join(__dirname, '..', 'compiled'));";

/** The launchers of `bundle` (a file in the folder above) as command `name`, for POSIX and for Windows. */
export function launchersOf(name: string, bundle: string): Launcher[] {
  return [
    { name, content: `#!/usr/bin/env node\n${compileCache}\nrequire('../${bundle}');\n`, executable: true },
    { name: `${name}.cmd`, content: `@node "%~dp0${name}" %*\r\n`, executable: false },
  ];
}
