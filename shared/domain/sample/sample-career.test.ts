import { describe, expect, it } from 'vitest';
import { careerNoteSchema } from '../career/career-note';
import { careerPlanSchema } from '../career/career-plan';
import { placementRequestSchema } from '../career/placement-request';
import { postSchema } from '../career/post';
import { postFaults, postsByPerson } from '../career/post-history';
import { isDue } from '../career/retention';
import { staffingNeedSchema } from '../career/staffing-need';
import { makeSampleCareers } from './sample-career';
import { makeSampleOffice } from './sample-office';

const made = { seed: 20240301, fiscalYear: 2026 };
const office = makeSampleOffice(made);
const careers = makeSampleCareers({ ...made, office });

describe('the careers of the sample office', () => {
  it('are the same ones every time, and rows that can be stored', () => {
    expect(makeSampleCareers({ ...made, office })).toEqual(careers);
    for (const plan of careers.careerPlans) expect(careerPlanSchema.parse(plan)).toEqual(plan);
    for (const note of careers.careerNotes) expect(careerNoteSchema.parse(note)).toEqual(note);
    for (const post of careers.posts) expect(postSchema.parse(post)).toEqual(post);
    for (const need of careers.staffingNeeds) expect(staffingNeedSchema.parse(need)).toEqual(need);
    for (const request of careers.placementRequests) {
      expect(placementRequestSchema.parse(request)).toEqual(request);
    }
  });

  it('have an id of their own each', () => {
    const rows = Object.values(careers).flat();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('have no posts that lie over each other, and requests whose time is over', () => {
    for (const posts of postsByPerson(careers.posts).values()) {
      for (const post of posts) expect(postFaults(post, posts)).toEqual([]);
    }
    const due = careers.placementRequests.filter((request) => isDue(request, '2026-04-01'));
    expect(due).toHaveLength(2);
  });
});
