export { type PublishedModel, publishedModel } from './published-model.ts';
