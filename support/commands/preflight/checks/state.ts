import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { projectRoot } from '../../../environment/build';
import { labFolder } from '../../../environment/lab/folder';
import { bad, type Check, good } from '../check';

/** Whether the lab's folder can be written, or made. */
export const state: Check = async ({ settings }) => {
  const { root } = labFolder(projectRoot, settings.state);
  return canBeMade(root)
    ? good(`State of the lab is kept in ${root}`)
    : bad(`${root} cannot be written`, 'set MTX_STATE to a folder that can be written');
};

function canBeMade(folder: string): boolean {
  const parent = existing(folder);
  try {
    accessSync(parent, constants.W_OK);
    return statSync(parent).isDirectory();
  } catch {
    return false;
  }
}

function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}
