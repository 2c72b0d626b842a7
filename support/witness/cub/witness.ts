import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles } from '../../environment/build';
import { startChild } from '../../environment/servers/child';
import { type Compared, compare } from './compare';
import { manifests } from './manifests';
import { renderRow, renderSummary } from './render';
import { ROWS, type Row } from './rows';
import { Side } from './side';

interface Login {
  organization: string;
  user: string;
  password: string;
  token: string;
}

/** A credential whose token looks like a secret, so that it is masked in what is compared. */
function login(organization: string): Login {
  const token = `Token0${organization.padEnd(26, '-')}`;
  return { organization, user: 'learner@example.com', password: `${organization}-password`, token };
}

/**
 * Runs every row with the bundled `cub` and with a real one, each in an organization of its own of one embedded hub, and
 * prints how they compare. Returns whether no difference is unlisted.
 *
 * @param real path of a real `cub` executable
 */
export async function witnessCub(
  real: string,
  out: (text: string) => void,
  rows: readonly Row[] = ROWS,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'witness-cub-'));
  const stops: Array<() => Promise<void>> = [];
  try {
    const sides = await startSides(real, folder, stops);
    const compared: Compared[] = [];
    for (const row of rows) {
      const [ours, theirs] = await Promise.all(
        sides.map((side) =>
          row.background === undefined ? side.run(row) : side.runBeside(row, row.background),
        ),
      );
      if (ours === undefined || theirs === undefined) throw new Error('two sides are compared');
      const one = compare(row, ours, theirs);
      compared.push(one);
      out(renderRow(one));
    }
    out(renderSummary(compared));
    return compared.every(({ verdict }) => verdict !== 'unlisted');
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startSides(real: string, folder: string, stops: Array<() => Promise<void>>): Promise<Side[]> {
  const bundles = await buildBundles();
  const logins = [login('bundled'), login('real')];
  const credentials = join(folder, 'credentials.json');
  writeFileSync(credentials, JSON.stringify(logins), { mode: 0o600 });
  const start = async (name: string, bundle: string, args: string[]) => {
    const server = await startChild(name, bundle, ['--state', join(folder, name), ...args], () => undefined);
    stops.push(server.stop);
    return server.ready;
  };
  const { url } = await start('hub', bundles.hub, ['--credentials', credentials]);
  const { kubeconfig = '' } = await start('kubernetes', bundles.kubernetes, ['--pace', '50']);
  const work = join(folder, 'work');
  mkdirSync(work);
  for (const [name, text] of Object.entries(manifests)) writeFileSync(join(work, name), text);
  const env = {
    PATH: process.env.PATH,
    CONFIGHUB_URL: url,
    CONFIGHUB_WORKER_PORT: new URL(url).port,
    CONFIGHUB_WORKER_EXECUTABLE: join(bundles.bin, 'cub-worker-run'),
    KUBECONFIG: kubeconfig,
  };
  const commands = [[process.execPath, join(bundles.bin, 'cub')], [real]];
  return logins.map(({ organization, user, token }, index) => {
    const side = new Side(commands[index] as string[], join(folder, organization), work, env);
    side.logIn(url, user, token);
    stops.push(() => side.stop());
    return side;
  });
}
