import type { ProxyAnswer, ProxyRequest } from '../proxy/model';
import type { LogRequest, LogStream } from './logs/model';

/**
 * What runs on the node `embedded`, as the API server needs it. Made by `createPods`, brought to life by
 * `startControllers`.
 */
export interface Pods {
  /**
   * Carries a request to a pod or service, `/api/v1/namespaces/NS/{pods,services}/[http:]NAME[:PORT]/proxy/PATH`.
   *
   * @throws ApiError 404 when it does not exist, 503 when nothing answers there, 400 for an address that makes no sense
   */
  proxy(request: ProxyRequest): Promise<ProxyAnswer>;
  /**
   * Opens the log of a container, `/api/v1/namespaces/NS/pods/NAME/log`.
   *
   * @throws ApiError 404 when the pod does not exist, 400 when the container is unknown or has not started
   */
  log(request: LogRequest): LogStream;
}
