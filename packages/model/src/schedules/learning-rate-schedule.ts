/** The learning rate of each step, from 0 to `steps - 1`. */
export type LearningRateSchedule = (step: number, steps: number) => number;
