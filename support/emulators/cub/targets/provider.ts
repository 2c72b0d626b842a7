import { Failure } from '../failure';

const TOOLCHAINS = ['Kubernetes/YAML', 'OpenTofu/HCL', 'AppConfig/Properties'];
const PROVIDERS = ['Kubernetes', 'AWS', 'FluxOCIWriter', 'ConfigMap'];

/** Refuses a toolchain or provider that does not exist, and pairs that do not go together. */
export function checkProvider(toolchain: string, provider: string): void {
  if (toolchain === '' || provider === '') throw new Failure('toolchain and provider must be specified');
  if (!TOOLCHAINS.includes(toolchain))
    throw new Failure(`toolchain must be one of: ${TOOLCHAINS.join(', ')}`);
  if (!PROVIDERS.includes(provider)) throw new Failure(`provider must be one of: ${PROVIDERS.join(', ')}`);
  if (provider === 'AWS' && toolchain !== 'OpenTofu/HCL')
    throw new Failure('provider AWS requires toolchain OpenTofu/HCL');
  if (['Kubernetes', 'FluxOCIWriter'].includes(provider) && toolchain !== 'Kubernetes/YAML') {
    throw new Failure(`provider ${provider} requires toolchain Kubernetes/YAML`);
  }
  if (provider === 'ConfigMap' && toolchain !== 'AppConfig/Properties') {
    throw new Failure(
      'provider ConfigMap requires toolchain AppConfig/Properties, AppConfig/TOML, AppConfig/INI, or AppConfig/Env',
    );
  }
}
