#!/usr/bin/env bash
# What the code of EKS to ECS across two VPCs leaves to do with the AWS CLI once it is deployed, step by step.
# Fill in what stands in angle brackets and uncomment the commands that you want to run.
set -euo pipefail

# 1. The main route table A main of VPC A has no routes of its own and stays the one that AWS makes with the VPC, without its name and tags.
# To name it, with credentials of account 111111111111, find it with: aws ec2 describe-route-tables --region ap-northeast-2 --filters Name=vpc-id,Values=<vpc-id> Name=association.main,Values=true; then run: aws ec2 create-tags --region ap-northeast-2 --resources <rtb-id> --tags Key=Name,Value=<name>
# aws ec2 describe-route-tables --region ap-northeast-2 --filters Name=vpc-id,Values=<vpc-id> Name=association.main,Values=true
# aws ec2 create-tags --region ap-northeast-2 --resources <rtb-id> --tags Key=Name,Value=<name>

# 2. The main route table B main of VPC B has no routes of its own and stays the one that AWS makes with the VPC, without its name and tags.
# To name it, with credentials of account 222222222222, find it with: aws ec2 describe-route-tables --region ap-northeast-2 --filters Name=vpc-id,Values=<vpc-id> Name=association.main,Values=true; then run: aws ec2 create-tags --region ap-northeast-2 --resources <rtb-id> --tags Key=Name,Value=<name>
# aws ec2 describe-route-tables --region ap-northeast-2 --filters Name=vpc-id,Values=<vpc-id> Name=association.main,Values=true
# aws ec2 create-tags --region ap-northeast-2 --resources <rtb-id> --tags Key=Name,Value=<name>
