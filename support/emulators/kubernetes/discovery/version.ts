/** The Kubernetes whose behaviour is emulated. */
export const EMULATED_VERSION = 'v1.37.2';

/** `GET /version` */
export function versionDocument(): object {
  return {
    major: '1',
    minor: '37',
    emulationMajor: '1',
    emulationMinor: '37',
    minCompatibilityMajor: '1',
    minCompatibilityMinor: '36',
    gitVersion: `${EMULATED_VERSION}+microtraderx`,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: '',
    compiler: 'node',
    platform: 'embedded/node',
  };
}
