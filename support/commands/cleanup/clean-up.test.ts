import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds } from '../../cluster/kinds';
import { resetLab } from '../../environment/lab';
import { setUpRegions } from '../../tutorial/set-up/regions';
import { bindingOf } from '../../tutorial/workers-as-pods';
import { openTutorial } from '../open-tutorial';
import { cleanUp } from './clean-up';

describe('cleanup', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  const clean = async () => {
    const said: string[] = [];
    await cleanUp(env, (sentence) => said.push(sentence));
    return said;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cleanup-'));
    env = { PATH: process.env.PATH, MTX_STATE: join(folder, 'lab'), MTX_PACE: '50' };
  });
  afterEach(async () => {
    await resetLab({ env });
    rmSync(folder, { recursive: true });
  });

  it('does not start a lab that was never there', async () => {
    assert.deepEqual(await clean(), ['There is nothing to remove.']);
    assert.equal(existsSync(join(folder, 'lab')), false);
  });

  it('removes what a stage has made, nothing of others, and finds nothing the second time', async function () {
    this.timeout(120_000);
    const { tutorial } = await openTutorial(env, () => undefined);
    await tutorial.cub.spaces.create('somebody-else');
    await tutorial.cluster.apply('apiVersion: v1\nkind: Namespace\nmetadata: {name: somebody-else}\n');
    await setUpRegions(tutorial);
    const expected = [
      'traderx-prod-asia',
      'traderx-prod-eu',
      'traderx-prod-us',
      'traderx-base',
      'traderx-infra',
    ];
    assert.deepEqual(await clean(), [`Removing ${expected.join(', ')}.`]);
    const left = (await tutorial.cub.spaces.list()).map(({ slug }) => slug);
    assert.deepEqual(left.sort(), ['default', 'somebody-else']);
    const worker = tutorial.names.worker(tutorial.names.infra);
    assert.equal(await tutorial.cluster.read(bindingOf(worker)), undefined);
    assert.ok(await tutorial.cluster.read({ ...kinds.namespace, name: 'somebody-else' }));
    assert.deepEqual(await clean(), ['There is nothing to remove.']);
  });
});
