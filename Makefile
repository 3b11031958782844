run test check bench:
	./raccordo $@
