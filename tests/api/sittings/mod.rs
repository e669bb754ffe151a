//! Exams, trainings and workshops: announced, booked, attended, told to calendars.

mod announced;
mod attendance;
mod calendar;
mod seats;
mod waiting;
