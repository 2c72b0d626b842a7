import assert from 'node:assert/strict';
import type { CommandRecord } from '../cub/transcript';
import { HubMemory, HubView, lookAtHub, lookAtHubAnew } from './hub';
import { Names } from './names';
import type { Tutorial } from './tutorial';

describe('what was seen of the hub', () => {
  let looks = 0;
  let fails = false;
  let tutorial: Tutorial;
  const ran = (...args: string[]): void => tutorial.memory.witness({ args } as unknown as CommandRecord);
  beforeEach(() => {
    looks = 0;
    fails = false;
    const list = async () => {
      looks += 1;
      if (fails) throw new Error('no hub');
      return [];
    };
    tutorial = {
      cub: { units: { list } },
      names: new Names(''),
      memory: new HubMemory(),
    } as unknown as Tutorial;
  });

  it('holds while nothing but questions are asked', async () => {
    const first = await lookAtHub(tutorial);
    ran('space', 'list', '--json');
    assert.equal(await lookAtHub(tutorial), first);
    assert.ok(first instanceof HubView);
    assert.equal(looks, 1);
  });

  it('is looked at once when two ask at the same time', async () => {
    await Promise.all([lookAtHub(tutorial), lookAtHub(tutorial)]);
    assert.equal(looks, 1);
  });

  for (const command of ['unit apply', 'function do', 'space delete'])
    it(`is forgotten after cub ${command}`, async () => {
      await lookAtHub(tutorial);
      ran(...command.split(' '));
      await lookAtHub(tutorial);
      assert.equal(looks, 2);
    });

  it('is looked at anew where a worker changes it', async () => {
    await lookAtHub(tutorial);
    await lookAtHubAnew(tutorial);
    assert.equal(looks, 2);
  });

  it('is not remembered when the look failed', async () => {
    fails = true;
    await assert.rejects(lookAtHub(tutorial), /no hub/);
    fails = false;
    await lookAtHub(tutorial);
    assert.equal(looks, 2);
  });
});
