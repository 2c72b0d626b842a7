const namespace = `apiVersion: v1
kind: Namespace
metadata:
  name: witness
`;

const settings = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: witness
data:
  market: NYSE
`;

const service = `apiVersion: v1
kind: Service
metadata:
  name: trade-service
  namespace: witness
spec:
  selector:
    app: trade-service
  ports:
    - port: 18092
`;

const deployment = (image: string, where: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: ${where}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: trade-service
  template:
    metadata:
      labels:
        app: trade-service
    spec:
      containers:
        - name: trade-service
          image: ${image}
          env:
            - name: TRADING_ALGORITHM
              value: v1
`;

const image = 'ghcr.io/finos/traderx/trade-service:latest';

/** What the worker is given to apply: documents in an order in which they could not be created. */
export const manifests = {
  whole: [deployment(image, 'witness'), service, settings, namespace].join('---\n'),
  withoutSettings: [deployment(image, 'witness'), service, namespace].join('---\n'),
  intoNoNamespace: deployment(image, 'nowhere'),
};
