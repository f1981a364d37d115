import { expect, it } from 'vitest';
import { nextTask } from './next-task.ts';

it('lets what waits in a task go first', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('timer'), 0);
  await new Promise((resolve) => setTimeout(resolve, 2));
  setImmediate(() => order.push('task'));
  await Promise.resolve();
  order.push('promise');
  await nextTask();
  await nextTask();
  order.push('next task');
  expect(order).toEqual(['timer', 'promise', 'task', 'next task']);
});
