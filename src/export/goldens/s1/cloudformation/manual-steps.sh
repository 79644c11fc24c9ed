#!/usr/bin/env bash
# What the code of EKS to ECS across two VPCs leaves to do with the AWS CLI once it is deployed, step by step.
# Fill in what stands in angle brackets, then take the mark before a command away.
set -euo pipefail

# 1. The main route table A main of VPC A has no routes of its own and stays the one that AWS makes with the VPC, without its name and tags.
# To name it, run aws ec2 create-tags on the main route table of the VPC.

# 2. The main route table B main of VPC B has no routes of its own and stays the one that AWS makes with the VPC, without its name and tags.
# To name it, run aws ec2 create-tags on the main route table of the VPC.
