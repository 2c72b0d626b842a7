const deployment = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
  namespace: confighubplaceholder
spec:
  replicas: 1 # scale
  selector:
    matchLabels:
      app: app
  template:
    metadata:
      labels:
        app: app
    spec:
      containers:
        - name: app
          image: ${image}
          env:
            - name: MODE
              value: v1
`;

const namespace = (name: string) => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;

/** The files that rows name. */
export const manifests: Readonly<Record<string, string>> = {
  'app.yaml': deployment('nginx:1'),
  'app2.yaml': deployment('nginx:2'),
  'namespace.yaml': namespace('prod'),
  'namespace-base.yaml': namespace('confighubplaceholder'),
  'broken.yaml': 'a: [1,\nb: }\n',
  'foreign.yaml': 'just: a map\n',
};
