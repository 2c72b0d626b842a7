import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencies } from '../../../../package.json';
import { projectRoot } from '../../../environment/build';
import { bad, type Check, good } from '../check';

/** Whether the packages are installed in the versions that the project names. */
export const packages: Check = async () => {
  const wrong = Object.entries(dependencies).filter(([name, version]) => installed(name) !== version);
  if (!wrong.length) return good(`${Object.keys(dependencies).length} packages installed`);
  const list = wrong.map(([name, version]) => `${name} ${installed(name) ?? 'missing'} (needed ${version})`);
  return bad(`Packages differ: ${list.join(', ')}`, 'npm ci');
};

function installed(name: string): string | undefined {
  try {
    const file = join(projectRoot, 'node_modules', name, 'package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
