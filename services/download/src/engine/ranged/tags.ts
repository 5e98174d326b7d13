/** The ETags of objects that are read part by part: all parts have to be of the same object. */
export type Tags = {
  of: (objectKey: string) => string | undefined;
  keep: (objectKey: string, tag: string) => void;
};

const mostTags = 100;

/** For one download, which goes through its objects in order: the last few are enough. */
export const createTags = (): Tags => {
  const tags = new Map<string, string>();
  return {
    of: (objectKey) => tags.get(objectKey),
    keep: (objectKey, tag) => {
      tags.set(objectKey, tag);
      const [oldest] = tags.keys();
      if (tags.size > mostTags && oldest !== undefined) tags.delete(oldest);
    },
  };
};
