#!/usr/bin/env bash
# Deploys EKS to ECS across two VPCs with the AWS CLI, version 2.
#
# Each account needs a profile of the AWS CLI, named in the environment:
#   PROFILE_PAYMENTS: Payments, 222222222222
#   PROFILE_PLATFORM: Platform, 111111111111
# What may be set before the first deployment:
#   PAYMENTS_AP_NORTHEAST_2_VpcBAlbB443CertificateArn: ARN of the certificate of ALB B on port 443; without one it does not listen there.
#   PAYMENTS_AP_NORTHEAST_2_VpcBServiceBTaskDefinition: Task definition of Service B in network mode awsvpc, family:revision or ARN; without one there is no service.
set -euo pipefail
cd "$(dirname "$0")"

: "${PROFILE_PAYMENTS:=default}"
: "${PROFILE_PLATFORM:=default}"

# output PROFILE REGION STACK OUTPUT: what a stack made
output() {
  aws cloudformation describe-stacks --profile "$1" --region "$2" --stack-name "$3" \
    --query "Stacks[0].Outputs[?OutputKey=='$4'].OutputValue" --output text
}

if [ "$(aws sts get-caller-identity --profile "$PROFILE_PAYMENTS" --query Account --output text)" != "222222222222" ]; then
  echo "The profile $PROFILE_PAYMENTS does not lead to account 222222222222." >&2
  exit 1
fi

if [ "$(aws sts get-caller-identity --profile "$PROFILE_PLATFORM" --query Account --output text)" != "111111111111" ]; then
  echo "The profile $PROFILE_PLATFORM does not lead to account 111111111111." >&2
  exit 1
fi

echo "1 of 3: create payments-ap-northeast-2"
overrides=()
[ -z "${PAYMENTS_AP_NORTHEAST_2_VpcBAlbB443CertificateArn:-}" ] || overrides+=("VpcBAlbB443CertificateArn=$PAYMENTS_AP_NORTHEAST_2_VpcBAlbB443CertificateArn")
[ -z "${PAYMENTS_AP_NORTHEAST_2_VpcBServiceBTaskDefinition:-}" ] || overrides+=("VpcBServiceBTaskDefinition=$PAYMENTS_AP_NORTHEAST_2_VpcBServiceBTaskDefinition")
[ "${#overrides[@]}" -eq 0 ] || overrides=(--parameter-overrides "${overrides[@]}")
aws cloudformation deploy --profile "$PROFILE_PAYMENTS" --region ap-northeast-2 \
  --stack-name payments-ap-northeast-2 \
  --template-file stacks/payments-ap-northeast-2.yaml \
  --no-fail-on-empty-changeset \
  --capabilities CAPABILITY_IAM \
  ${overrides[@]+"${overrides[@]}"}

echo "2 of 3: create platform-ap-northeast-2"
VpcAToVpcBAccepterRoleArn="$(output "$PROFILE_PAYMENTS" ap-northeast-2 payments-ap-northeast-2 VpcAToVpcBAccepterRoleArn)"
VpcBId="$(output "$PROFILE_PAYMENTS" ap-northeast-2 payments-ap-northeast-2 VpcBVpcId)"
aws cloudformation deploy --profile "$PROFILE_PLATFORM" --region ap-northeast-2 \
  --stack-name platform-ap-northeast-2 \
  --template-file stacks/platform-ap-northeast-2.yaml \
  --no-fail-on-empty-changeset \
  --parameter-overrides "VpcAToVpcBAccepterRoleArn=$VpcAToVpcBAccepterRoleArn" \
    "VpcBId=$VpcBId"

echo "3 of 3: update payments-ap-northeast-2"
VpcAToVpcBPeeringId="$(output "$PROFILE_PLATFORM" ap-northeast-2 platform-ap-northeast-2 VpcAToVpcBPeeringConnectionId)"
aws cloudformation deploy --profile "$PROFILE_PAYMENTS" --region ap-northeast-2 \
  --stack-name payments-ap-northeast-2 \
  --template-file stacks/payments-ap-northeast-2.yaml \
  --no-fail-on-empty-changeset \
  --capabilities CAPABILITY_IAM \
  --parameter-overrides "VpcAToVpcBPeeringId=$VpcAToVpcBPeeringId"

echo "All stacks are deployed. README.md lists what is left to do by hand."
