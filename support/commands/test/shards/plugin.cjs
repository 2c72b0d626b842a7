/**
 * A plugin for cucumber that keeps the scenarios named in its option `microtraderx.kept`, each as `uri:line`. JavaScript,
 * as cucumber imports it without what loads TypeScript.
 *
 * @type {import('@cucumber/cucumber/api').Plugin}
 */
module.exports = {
  type: 'plugin',
  optionsKey: 'microtraderx',
  coordinator: async ({ transform, options }) => {
    const kept = new Set(options.kept);
    transform('pickles:filter', async (pickles) =>
      pickles.filter(({ pickle, location }) => kept.has(`${pickle.uri}:${location.line}`)),
    );
  },
};
