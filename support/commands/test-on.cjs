// `npm run test:kwok`, `npm run test:kind`: as `npm test`, on another cluster. Sets the variable on every platform.
const [kind] = process.argv.splice(2, 1);
if (process.env.MTX_CLUSTER?.split(":")[0] !== kind) process.env.MTX_CLUSTER = kind;
require('../typescript.cjs');
require('./test.ts');
