import type { MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep ultramarine, for what can be acted on and what is selected, nowhere else. */
export const ultramarine: MantineColorsTuple = [
  '#eef0ff',
  '#dce0fe',
  '#bac1fb',
  '#97a1f5',
  '#7480ee',
  '#5561e4',
  '#3f49d6',
  '#2f37bd',
  '#262c99',
  '#1c2173',
];

/** Slightly warm greys of the light theme. */
export const paper: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#ebe8e3',
  '#dedad3',
  '#c8c3ba',
  '#a39d93',
  '#797369',
  '#5d5850',
  '#3a3732',
  '#1f1d1a',
];

/** The dark theme's own: Mantine reads text from the front of the tuple and grounds from its end. */
export const night: MantineColorsTuple = [
  '#ece9e4',
  '#bdb7ae',
  '#a19b91',
  '#6b665f',
  '#3b3834',
  '#2d2b28',
  '#232120',
  '#191817',
  '#131211',
  '#0d0c0c',
];

export const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f3b8b0',
  '#ec9287',
  '#e27164',
  '#ca4636',
  '#c03a2b',
  '#a82c1f',
  '#872218',
  '#651a12',
];

export const amber: MantineColorsTuple = [
  '#fdf6e7',
  '#faeacb',
  '#f4d497',
  '#ecbc60',
  '#e0a436',
  '#c98a1b',
  '#a66e0f',
  '#855609',
  '#694407',
  '#4d3206',
];
