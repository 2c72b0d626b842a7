import { projectRoot } from '../../../environment/build';
import { findTools } from '../../../environment/clusters/kind/tools';
import { filesOf, readClusterRecord, recordsFolder } from '../../../environment/clusters/records';
import { bad, type Check, type CheckContext, type Finding, good } from '../check';

/** Whether the cluster that the settings name can be used; a kwok image is looked for when it is needed. */
export const cluster: Check = async ({ settings, env }) => {
  if (settings.cluster.kind === 'kind') return kind(env);
  if (settings.cluster.kind === 'context') return context(settings.cluster.context, settings.state);
  return good(`Cluster: ${settings.cluster.kind}`);
};

async function kind(env: CheckContext['env']): Promise<Finding> {
  try {
    await findTools(env);
    return good('Cluster: kind, with a Docker engine that answers');
  } catch (error) {
    return bad(`Cluster: ${(error as Error).message}`, 'as said, then try again');
  }
}

function context(name: string, state: string | undefined): Finding {
  const record = readClusterRecord(filesOf(recordsFolder(projectRoot, state), 'context', name));
  if (record) return good(`Cluster: kube context ${name}, allowed on ${record.since.slice(0, 10)}`);
  return bad(
    `Cluster: the kube context ${name} was never allowed`,
    `look at it well, then npm run preflight -- --allow-context ${name}`,
  );
}
