import { hubByUrl } from '../../../environment/hubs/by-url';
import { bad, type Check, good } from '../check';

/** Whether the hub that the settings name answers; an embedded one is started when it is needed. */
export const hub: Check = async ({ settings }) => {
  if (settings.hub.kind === 'embedded') return good('Hub: embedded');
  try {
    const { url, version } = await hubByUrl(settings.hub.url);
    return good(`Hub: ${url} ${version}`);
  } catch (error) {
    return bad(
      `Hub: ${(error as Error).message}`,
      'check MTX_HUB and the network; leave MTX_HUB out for the embedded hub',
    );
  }
};
