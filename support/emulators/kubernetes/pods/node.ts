/** The node that all pods run on. */
export const NODE_NAME = 'embedded';

/** Its address, as pods tell it. */
export const HOST_IP = '172.18.0.2';

/** What it has, for limits that are not set. */
export const NODE_CAPACITY: Record<string, string> = {
  cpu: '32',
  memory: '256Gi',
  'ephemeral-storage': '1Ti',
};
