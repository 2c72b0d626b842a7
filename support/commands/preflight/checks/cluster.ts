import { providerOf } from '../../../environment/clusters';
import { bad, type Check, good } from '../check';

/** Whether the cluster that the settings name can be used. */
export const cluster: Check = async ({ settings }) => {
  try {
    providerOf(settings.cluster);
    return good(`Cluster: ${settings.cluster.kind}`);
  } catch (error) {
    return bad(`Cluster: ${(error as Error).message}`, 'unset MTX_CLUSTER');
  }
};
