import assert from 'node:assert/strict';
import type { CommandRecord } from '../cub/transcript';
import type { Unit } from '../cub/unit';
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

describe('what changes between looks at the hub', () => {
  const unit = (id: string, data: string, head = 1): Unit =>
    ({ id, slug: id, space: 'traderx', data, head }) as unknown as Unit;
  let units: Unit[];
  let told: string[];
  let memory: HubMemory;
  const look = async (): Promise<void> => {
    memory.forget();
    await memory.remember(async () => new HubView(units));
  };
  beforeEach(() => {
    units = [unit('a', 'replicas: 1'), unit('b', 'replicas: 1')];
    told = [];
    memory = new HubMemory(({ before, after }) =>
      told.push(`${(after ?? before)?.slug} ${before?.data ?? 'none'} → ${after?.data ?? 'none'}`),
    );
  });

  it('is told from a baseline on, once', async () => {
    memory.beginWith(new HubView(units));
    await look();
    units = [unit('a', 'replicas: 2', 2), unit('b', 'replicas: 1', 3)];
    await look();
    await look();
    assert.deepEqual(told, ['a replicas: 1 → replicas: 2']);
  });

  it('names what came and what went', async () => {
    memory.beginWith(new HubView(units));
    units = [unit('a', 'replicas: 1'), unit('c', 'replicas: 3')];
    await look();
    assert.deepEqual(told, ['b replicas: 1 → none', 'c none → replicas: 3']);
  });

  it('is not told without a baseline, nor of what is done silently', async () => {
    await look();
    units = [];
    await look();
    memory.beginWith(new HubView([unit('a', 'replicas: 1')]));
    units = [unit('a', 'replicas: 5', 2)];
    await memory.silently(look);
    assert.deepEqual(told, []);
    await look();
    assert.deepEqual(told, ['a replicas: 1 → replicas: 5']);
  });
});
