import { defineParameterType } from '@cucumber/cucumber';
import { REGIONS, regionFacts, regionNamed } from '../support/tutorial/regions';

defineParameterType({
  name: 'region',
  regexp: new RegExp(`(?:the )?(?:${REGIONS.map((region) => regionFacts[region].title).join('|')})`),
  transformer: (title: string) => regionNamed(title.replace('the ', '')),
});

defineParameterType({
  name: 'service',
  regexp: /reference-data|trade-service/,
  transformer: (name: string) => name,
});

defineParameterType({
  name: 'space',
  regexp: /traderx(?:-[a-z]+)*/,
  transformer: (name: string) => name,
});

defineParameterType({
  name: 'spaces',
  regexp: /traderx(?:-[a-z]+)*(?:, traderx(?:-[a-z]+)*)*(?: and traderx(?:-[a-z]+)*)?/,
  transformer: (names: string) => names.split(/, | and /),
});
