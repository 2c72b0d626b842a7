import { renameSync, writeFileSync } from 'node:fs';

const NAME = 'microtraderx';

/** Writes a kubeconfig (mode 0600) whose one context, `microtraderx`, is the administrator of this server. */
export function writeKubeconfig(path: string, access: { server: string; ca: string; token: string }): void {
  const ca = Buffer.from(access.ca).toString('base64');
  const text = `apiVersion: v1
kind: Config
clusters:
  - name: ${NAME}
    cluster:
      server: ${access.server}
      certificate-authority-data: ${ca}
users:
  - name: ${NAME}
    user:
      token: ${access.token}
contexts:
  - name: ${NAME}
    context:
      cluster: ${NAME}
      user: ${NAME}
current-context: ${NAME}
`;
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
