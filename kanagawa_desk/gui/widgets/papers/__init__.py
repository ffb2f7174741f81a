"""The parts of the page 委員会資料 beside its composer."""
