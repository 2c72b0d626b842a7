/** A request that the API server carries to a pod or a service. */
export interface ProxyRequest {
  kind: 'pods' | 'services';
  namespace: string;
  /** The segment of the path as it was sent, decoded: `NAME`, `NAME:PORT`, `http:NAME:PORT`, `NAME:portname`. */
  target: string;
  method: string;
  /** What follows `/proxy`, beginning with `/`; `/` when there is nothing. */
  path: string;
  /** The query without `?`; empty when there is none. */
  query: string;
}

/** What the container answered. */
export interface ProxyAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
