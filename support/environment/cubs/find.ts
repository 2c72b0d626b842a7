import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * The absolute path of an executable given by path or by name.
 *
 * @param searched value of PATH
 * @returns undefined when there is none that can be executed
 */
export function findExecutable(
  command: string,
  searched: string,
  platform = process.platform,
): string | undefined {
  const isPath = /[\\/]/.test(command);
  const folders = isPath ? [''] : searched.split(delimiter).filter(Boolean);
  const endings = platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of folders)
    for (const ending of endings) {
      const file = resolve(join(folder, `${command}${ending}`));
      if (isExecutable(file)) return file;
    }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
