"""What phases and channels lack, for those who are there."""
