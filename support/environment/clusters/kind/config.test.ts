import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { kindConfig, workerNodes } from './config';

describe('the nodes of a kind cluster', () => {
  for (const [cpus, atOnce, workers] of [
    [2, 1, 2],
    [2, 2, 4],
    [4, 1, 1],
    [4, 4, 4],
    [8, 1, 0],
    [8, 4, 2],
    [32, 4, 0],
  ] as const)
    it(`on ${cpus} CPUs, for ${atOnce} at once, are the control plane and ${workers} more`, () => {
      assert.equal(workerNodes(cpus, atOnce), workers);
      const { nodes } = parse(kindConfig(undefined, cpus, atOnce)) as { nodes: Array<{ role: string }> };
      assert.deepEqual(
        nodes.map(({ role }) => role),
        ['control-plane', ...Array.from({ length: workers }, () => 'worker')],
      );
    });

  it('are added to a file of the user that names none, of which all else stays', () => {
    const own = 'kind: Cluster\nnetworking: {disableDefaultCNI: true}\nkubeadmConfigPatches: [mine]\n';
    const { nodes, networking, kubeadmConfigPatches } = parse(kindConfig(own, 2, 1));
    assert.equal(nodes.length, 3);
    assert.deepEqual(networking, { disableDefaultCNI: true });
    assert.equal(kubeadmConfigPatches.at(-1), 'mine');
  });

  it('are those of the file of the user that names some', () => {
    const own = 'kind: Cluster\nnodes: [{role: control-plane, image: mine}]\n';
    assert.deepEqual(parse(kindConfig(own, 2, 2)).nodes, [{ role: 'control-plane', image: 'mine' }]);
  });
});
