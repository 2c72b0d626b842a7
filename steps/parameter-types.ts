import { defineParameterType } from '@cucumber/cucumber';
import type { Region } from '../support/tutorial/regions';

defineParameterType({
  name: 'region',
  regexp: /(?:the )?(?:US|EU)|Asia/,
  transformer: (title: string) => title.replace('the ', '').toLowerCase() as Region,
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
