import { ConfigDataError, validateConfig } from '../config-data/index';
import { badRequest } from '../errors/api-error';

/** Refuses config data that is not YAML or holds no Kubernetes object. Empty data is allowed. @throws ApiError 400 */
export function checkData(unitSlug: string, data: string): void {
  if (data === '') return;
  try {
    validateConfig(data);
  } catch (error) {
    if (!(error instanceof ConfigDataError)) throw error;
    throw badRequest(`the config data of unit ${unitSlug} cannot be taken: ${error.message}`);
  }
}
