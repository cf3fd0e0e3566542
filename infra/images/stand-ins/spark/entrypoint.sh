#!/bin/bash
# What is not for Kubernetes is run as it is.
exec "$@"
