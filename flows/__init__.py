"""The flows that turn raw Spanish news articles into a published dataset, in the order of the data."""
