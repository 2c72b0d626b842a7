import assert from 'node:assert/strict';
import { takenByNpm } from './taken-by-npm';

describe('options that npm took', () => {
  const npm = { npm_lifecycle_event: 'test' };

  it('are none where none is missing', () => {
    assert.equal(takenByNpm(['--name', 'x'], npm), undefined);
    assert.equal(takenByNpm([], { npm_config_name: 'of another command' }), undefined);
  });

  it('are named, with what to write instead', () => {
    assert.equal(
      takenByNpm([], { ...npm, npm_config_name: 'Nothing is deployed' }),
      "npm took --name for itself, so nothing was run. Write: npm test -- --name 'Nothing is deployed'",
    );
    assert.match(
      takenByNpm(['Nothing is deployed'], { ...npm, npm_config_name: 'true' }) ?? '',
      /-- --name 'Nothing is deployed'$/,
    );
    assert.match(
      takenByNpm(['features/a.feature'], { ...npm, npm_config_dry_run: 'true' }) ?? '',
      /-- --dry-run features\/a\.feature$/,
    );
    assert.match(
      takenByNpm(['@stage-1'], { ...npm, npm_config_tags: 'true' }) ?? '',
      /Write: npm test -- --tags @stage-1$/,
    );
  });
});
